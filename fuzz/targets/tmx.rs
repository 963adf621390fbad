//! TMX from bytes that need not be XML; whatever is read comes back from what is written.
#![no_main]

use cotejo::interchange::tmx::{Header, Reader, Unit, Writer};

fn read(bytes: &[u8]) -> Option<(Header, Vec<Unit>)> {
    let mut reader = Reader::open(bytes, "a.tmx").ok()?;
    let mut units = Vec::new();
    while let Some((place, unit)) = reader.next_unit().ok()? {
        assert!(place.line >= 1 && place.column >= 1);
        units.push(unit);
    }
    Some((reader.header().clone(), units))
}

fn check(bytes: &[u8]) {
    let Some((header, units)) = read(bytes) else { return };
    let mut out = Vec::new();
    let mut writer = Writer::new(&mut out, &header).expect("it is written");
    units.iter().for_each(|unit| writer.unit(unit).expect("it is written"));
    let changed = writer.finish().expect("it is written");
    let (_, again) = read(&out).expect("what we write is TMX");
    assert!(changed > 0 || again == units, "{units:?}\n{again:?}");
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    check(bytes);
    // Most inputs fail at the first tag; give them a body to stand in.
    let text = String::from_utf8_lossy(bytes);
    check(format!("<tmx><header srclang=\"en\">{text}</header></tmx>").as_bytes());
    check(format!("<tmx><body>{text}</body></tmx>").as_bytes());
    check(format!("<tmx><body><tu><tuv xml:lang=\"en\"><seg>{text}</seg></tuv></tu></body></tmx>").as_bytes());
});
