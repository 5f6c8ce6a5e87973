package dev.insyn.gateway;

import java.time.Clock;
import java.time.Duration;

import io.netty.channel.ChannelOption;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What Netty is told that no property can tell it.
@Configuration(proxyBeanMethods = false)
class NettySettings {

	/// A client that opens connections and sends its headers drop by drop (Slowloris) is
	/// cut off.
	@Bean
	NettyServerCustomizer cutOffSlowClients() {
		return (server) -> server.idleTimeout(Duration.ofSeconds(30)).requestTimeout(Duration.ofSeconds(30));
	}

	@Bean
	NettyServerCustomizer readOnAfterEachAnswer() {
		NextRequest next = new NextRequest();
		return (server) -> server
			.doOnChannelInit((observer, channel, address) -> channel.pipeline().addFirst(NextRequest.NAME, next));
	}

	/// Set once here rather than by property, which would build a new client for each
	/// request.
	@Bean
	HttpClientCustomizer connectQuickly() {
		return (client) -> client.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 1000);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
