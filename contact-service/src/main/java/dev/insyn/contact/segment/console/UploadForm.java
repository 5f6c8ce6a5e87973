package dev.insyn.contact.segment.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.insyn.contact.console.Screens.Screen;
import dev.insyn.contact.segment.Segment;
import dev.insyn.contact.segment.Upload;
import dev.insyn.contact.segment.upload.Key;
import dev.insyn.pagekit.console.Choice;
import dev.insyn.pagekit.console.Console;
import dev.insyn.pagekit.console.Field;
import dev.insyn.pagekit.console.Form;
import dev.insyn.pagekit.console.Section;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// Asks for a file: for a new segment, or for one that has a list.
final class UploadForm {

	private final Screen screen;

	UploadForm(Screen screen) {
		this.screen = screen;
	}

	/// @param wrongName what is wrong with the name; null where nothing is
	Content forNew(String name, Read read, @Nullable String wrongName) {
		Form form = Form.post("segment", SegmentScreens.LIST + "/new/csv")
			.upload()
			.fields(fields(Field.text("name", say("segments.name")).value(name).atMost(100).required().error(wrongName),
					read))
			.submit(say("segments.new.csv.do"))
			.cancel(say("segments.cancel"), SegmentScreens.LIST);
		return Console.page(
				this.screen.frame(say("segments.new.csv"), Section.SEGMENTS).lead(say("segments.new.csv.lead")),
				Console.form(this.screen.texts(), form));
	}

	Content onto(Segment segment, Upload.Into into, Read read) {
		String address = SegmentScreens.address(segment.id());
		List<Choice> what = Stream.of(Upload.Into.ADD, Upload.Into.REPLACE)
			.map((one) -> Choice.of(one.code(), say("segments.onto." + one.code()))
				.hint(say("segments.onto." + one.code() + ".hint")))
			.toList();
		Form form = Form.post("segment", address + "/csv")
			.upload()
			.fields(fields(Field.radios("into", say("segments.onto.what"), what).value(into.code()), read))
			.submit(say("segments.new.csv.do"))
			.cancel(say("segments.cancel"), address);
		return Console.page(this.screen.frame(say("segments.onto"), Section.SEGMENTS)
			.under(segment.name(), address)
			.lead(say("segments.new.csv.lead")), Console.form(this.screen.texts(), form));
	}

	private Field[] fields(Field first, Read read) {
		List<Choice> keys = new ArrayList<>(List.of(Choice.of("auto", say("segments.by.auto"))));
		Stream.of(Key.values()).forEach((key) -> keys.add(Choice.of(key.code(), say("segments.by." + key.code()))));
		return new Field[] { first,
				Field.file("file", say("segments.file"), ".csv,.txt,text/csv,text/plain")
					.hint(say("segments.file.hint"))
					.required()
					.error(read.wrong()),
				Field.select("by", say("segments.by"), keys).value(read.by()),
				Field.number("column", say("segments.column"))
					.hint(say("segments.column.hint"))
					.optional()
					.between("1", "999")
					.value(read.column()) };
	}

	private String say(String key, Object... arguments) {
		return this.screen.say(key, arguments);
	}

	/// How the file is to be read.
	///
	/// @param by what contacts are found by
	/// @param wrong what is wrong with the file; null where nothing is
	record Read(String by, String column, @Nullable String wrong) {

		static final Read BLANK = new Read("auto", "", null);

	}

}
