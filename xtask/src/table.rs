//! Tables for people who read a terminal or a log.

/// Prints rows below a heading: columns of numbers to the right, others to the left.
pub fn print<const COLUMNS: usize>(heading: [&str; COLUMNS], rows: &[[String; COLUMNS]]) {
    let heading = heading.map(str::to_owned);
    let mut columns = [Column { width: 0, is_numeric: true }; COLUMNS];
    for row in rows {
        for (column, cell) in columns.iter_mut().zip(row) {
            column.is_numeric &= cell.starts_with(|first: char| first.is_ascii_digit());
        }
    }
    for row in rows.iter().chain([&heading]) {
        for (column, cell) in columns.iter_mut().zip(row) {
            column.width = column.width.max(cell.chars().count());
        }
    }
    let rule = columns.map(|column| "-".repeat(column.width));
    println!();
    for row in [&heading, &rule].into_iter().chain(rows) {
        let cells: Vec<String> =
            columns.iter().zip(row).map(|(column, cell)| column.padded(cell)).collect();
        println!("{}", cells.join("  ").trim_end());
    }
}

#[derive(Clone, Copy)]
struct Column {
    width: usize,
    is_numeric: bool,
}

impl Column {
    fn padded(self, cell: &str) -> String {
        let width = self.width;
        if self.is_numeric { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
    }
}

/// A number with its thousands set apart.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn groups_thousands() {
        let check = |number, text| assert_eq!(grouped(number), text);
        check(0, "0");
        check(999, "999");
        check(1_000, "1,000");
        check(1_234_567, "1,234,567");
    }
}
