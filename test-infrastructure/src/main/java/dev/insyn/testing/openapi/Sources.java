package dev.insyn.testing.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;

/// The comments of a module's sources, by `Outer.Inner` and `Outer.Inner#method`.
final class Sources {

	private final Map<String, Words> words = new HashMap<>();

	private Sources() {
	}

	static Sources below(Path folder) {
		Sources sources = new Sources();
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
					files.getJavaFileObjectsFromPaths(javaFiles(folder)));
			DocTrees comments = DocTrees.instance(task);
			for (CompilationUnitTree unit : task.parse()) {
				new Reading(sources, comments).scan(unit, null);
			}
			return sources;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Words of(Class<?> type) {
		return this.words.getOrDefault(name(type), Words.NONE);
	}

	Words of(Class<?> type, String method) {
		return this.words.getOrDefault(name(type) + "#" + method, Words.NONE);
	}

	private static String name(Class<?> type) {
		return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
	}

	private static List<Path> javaFiles(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList();
		}
	}

	/// Walks through one file.
	private static final class Reading extends TreePathScanner<Void, Void> {

		private final Sources sources;

		private final DocTrees comments;

		private String inside = "";

		Reading(Sources sources, DocTrees comments) {
			this.sources = sources;
			this.comments = comments;
		}

		@Override
		public Void visitClass(ClassTree tree, Void nothing) {
			String outside = this.inside;
			this.inside = outside.isEmpty() ? tree.getSimpleName().toString() : outside + "." + tree.getSimpleName();
			note(this.inside, getCurrentPath());
			super.visitClass(tree, nothing);
			this.inside = outside;
			return null;
		}

		@Override
		public Void visitMethod(MethodTree tree, Void nothing) {
			note(this.inside + "#" + tree.getName(), getCurrentPath());
			return super.visitMethod(tree, nothing);
		}

		private void note(String name, TreePath path) {
			String comment = this.comments.getDocComment(path);
			if (comment != null) {
				this.sources.words.putIfAbsent(name, Words.of(comment));
			}
		}

	}

}
