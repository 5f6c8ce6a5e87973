package dev.insyn.stack.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

/// Makes a read see a document as it stood at one moment, as MongoDB does. mongo-java-server updates documents in
/// place, field by field, while replies that hold the same objects are still being written to the network: a reader then
/// gets some old and some new fields, and a write on that ground, under the new version, undoes another.
final class AtomicReplies implements InvocationHandler {

	private final MongoBackend backend;

	private final Map<String, ReentrantLock> databases = new ConcurrentHashMap<>();

	private AtomicReplies(MongoBackend backend) {
		this.backend = backend;
	}

	static MongoBackend of(MongoBackend backend) {
		return (MongoBackend) Proxy.newProxyInstance(AtomicReplies.class.getClassLoader(),
				new Class<?>[] { MongoBackend.class }, new AtomicReplies(backend));
	}

	@Override
	public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
		try {
			if (arguments != null && arguments.length == 1 && arguments[0] instanceof MongoMessage message) {
				return alone(message);
			}
			return method.invoke(this.backend, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private Document alone(MongoMessage message) {
		ReentrantLock lock = this.databases.computeIfAbsent(message.getDatabaseName(), (_) -> new ReentrantLock());
		lock.lock();
		try {
			Document reply = this.backend.handleMessage(message);
			return (reply != null) ? reply.cloneDeeply() : reply;
		}
		finally {
			lock.unlock();
		}
	}

}
