package dev.insyn.notification;

import java.time.Duration;
import java.time.LocalTime;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When users who want it are told what is due.
///
/// @param from this time on, where the tenant is
/// @param poll how often it is looked whose mail is due
@ConfigurationProperties("insyn.notification.daily-mail")
record DailyMailSettings(@DefaultValue("07:00") LocalTime from, @DefaultValue("5m") Duration poll) {
}
