//! A sheet as CSV (RFC 4180), for whatever reads tables. It goes one way: to edit and read back there is
//! the Excel file.

use super::sheets::{Sheet, Use};

/// By this Excel knows that the file is UTF-8.
const BOM: char = '\u{feff}';

/// Writes a sheet: a line of titles, then its rows.
#[must_use]
pub fn write(sheet: &Sheet) -> String {
    let shown: Vec<bool> = sheet.columns.iter().map(|column| column.role != Use::Key).collect();
    let mut file = String::from(BOM);
    let columns = sheet.columns.iter().zip(&shown).filter(|(_, shown)| **shown);
    line(&mut file, columns.map(|(column, _)| column.title.as_str()));
    for row in &sheet.rows {
        let cells = row.cells.iter().zip(&shown).filter(|(_, shown)| **shown);
        let cells: Vec<_> = cells.map(|(cell, _)| cell.written()).collect();
        line(&mut file, cells.iter().map(AsRef::as_ref));
    }
    file
}

fn line<'a>(file: &mut String, fields: impl Iterator<Item = &'a str>) {
    let fields: Vec<String> = fields.map(field).collect();
    file.push_str(&fields.join(","));
    file.push_str("\r\n");
}

/// A field: in quotes where it needs them, and with an apostrophe before what a spreadsheet could take
/// for a formula (OWASP, CSV injection).
fn field(text: &str) -> String {
    let guard = if is_formula(text) { "'" } else { "" };
    let quoted = text.contains(['"', ',', ';', '\n', '\r', '\t'])
        || text.trim() != text
        || !guard.is_empty();
    if quoted { format!("\"{guard}{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

/// Whether a spreadsheet could take a text for a formula: it begins with one of its signs, in whichever
/// width, also after blanks or signs that aren't seen.
fn is_formula(text: &str) -> bool {
    let unseen = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    text.starts_with(['\t', '\r'])
        || text
            .trim_start_matches(unseen)
            .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_could_calculate_is_told_apart() {
        for text in
            ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\rx", "  =1", "\u{a0}=1", "＝1", "\u{200b}=1"]
        {
            assert!(field(text).starts_with("\"'"), "{text:?}: {}", field(text));
        }
        for text in ["1=1", "a-b", "", "’=1", "67%"] {
            assert_eq!(field(text), text);
        }
    }

    #[test]
    fn what_would_end_a_field_is_quoted() {
        let cases = [
            ("a,b", "\"a,b\""),
            ("a\nb", "\"a\nb\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            (" x", "\" x\""),
            ("=\"x\"", "\"'=\"\"x\"\"\""),
        ];
        for (text, expected) in cases {
            assert_eq!(field(text), expected, "{text:?}");
        }
    }
}
