package dev.insyn.gateway;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/// Has the connection read on when an answer is complete.
///
/// Reactor Netty 1.3.6 reads only when asked, and forgets to ask in one case: a request came before the one before it was
/// wholly done (its answer can reach the client a moment sooner), so it waits in `HttpTrafficHandler`'s queue, and is then
/// answered at once, as the gateway answers what it refuses. The end of the queue is still in there when the answer is
/// done, so `resumeRead` leaves the reading to the queue, which is empty when its turn comes. The client's next request is
/// never read. Asking once more, when all of that is over, does no harm where a read is already asked for.
@ChannelHandler.Sharable
final class NextRequest extends ChannelInboundHandlerAdapter {

	static final String NAME = "insyn.next-request";

	/// Reactor Netty's own class for it is not public.
	private static final String ANSWERED = "HttpServerOperationsTerminatedEvent";

	@Override
	public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
		super.userEventTriggered(context, event);
		if (event.getClass().getSimpleName().equals(ANSWERED)) {
			Channel channel = context.channel();
			channel.eventLoop().execute(() -> readOn(channel));
		}
	}

	private static void readOn(Channel channel) {
		if (channel.isActive()) {
			channel.read();
		}
	}

}
