package dev.insyn.notification;

import dev.insyn.notification.TenantLook.Colours;
import dev.insyn.notification.TenantLook.Logo;
import org.jspecify.annotations.Nullable;

/// What stands on top of a mail: the tenant's logo on its own ground, or its name. The name is also what is read where a
/// mail program shows no images.
public record MailHead(String company, Colours colours) {

	public @Nullable Logo logo() {
		return this.colours.logo();
	}

	/// The logo's address within the mail.
	public String source() {
		return "cid:" + InlineImage.LOGO;
	}

}
