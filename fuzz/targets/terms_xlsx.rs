//! Workbooks: the bytes as an archive, and as the sheet of a sound one.
#![no_main]

mod exchange;

use std::io::{Cursor, Write};

use cotejo::interchange::xlsx;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    exchange::check(&|intake| xlsx::read(bytes, intake));
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let head = br#"<row><c t="inlineStr"><is><t>concept</t></is></c><c t="inlineStr"><is><t>en</t></is></c></row>"#;
    let sheet = [b"<worksheet><sheetData>".as_slice(), head, bytes, b"</sheetData></worksheet>"].concat();
    for (name, part) in [
        ("xl/workbook.xml", br#"<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>"#.as_slice()),
        ("xl/_rels/workbook.xml.rels", br#"<Relationships><Relationship Id="r" Target="a.xml"/></Relationships>"#),
        ("xl/sharedStrings.xml", b"<sst><si><t>aeo</t></si></sst>"),
        ("xl/a.xml", &sheet),
    ] {
        archive.start_file(name, stored).expect("memory takes it");
        archive.write_all(part).expect("memory takes it");
    }
    let book = archive.finish().expect("memory takes it").into_inner();
    exchange::check(&|intake| xlsx::read(&book, intake));
});
