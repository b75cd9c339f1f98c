//! QR codes in a picture of a camera, for browsers that don't read them by themselves.

use rqrr::PreparedImage;

/// The texts of all QR codes in a picture, given as the brightness of its points, row by row. Codes that
/// can't be read aren't there; the next picture shows them again. Empty for a width that doesn't fit.
#[must_use]
pub fn texts(width: usize, brightness: &[u8]) -> Vec<String> {
    let height = brightness.len().checked_div(width).unwrap_or_default();
    if height == 0 {
        return Vec::new();
    }
    let point = |x: usize, y: usize| {
        let place = y.saturating_mul(width).saturating_add(x);
        brightness.get(place).copied().unwrap_or(u8::MAX)
    };
    let mut picture = PreparedImage::prepare_from_greyscale(width, height, point);
    let read = |grid: rqrr::Grid<_>| grid.decode().ok().map(|(_, text)| text);
    picture.detect_grids().into_iter().filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::qr::Qr;

    /// Two codes beside each other, four points a module.
    #[test]
    fn all_codes_of_a_picture_are_read() {
        let codes =
            ["PLMR191JPRV3F", "PLMR1A1P7AVB2DHMPWSB3PT3G"].map(|text| Qr::of(text).unwrap());
        let side = codes[0].side.max(codes[1].side) * 4;
        let width = side * 2;
        let mut picture = vec![230; width * side];
        for (number, code) in codes.iter().enumerate() {
            for run in code.outline.split('M').skip(1) {
                let numbers: Vec<usize> = run
                    .split(|it: char| !it.is_ascii_digit())
                    .filter_map(|it| it.parse().ok())
                    .collect();
                for row in numbers[1] * 4..numbers[1] * 4 + 4 {
                    let from = row * width + number * side + numbers[0] * 4;
                    picture[from..from + numbers[2] * 4].fill(25);
                }
            }
        }
        let mut read = texts(width, &picture);
        read.sort();
        assert_eq!(read, ["PLMR191JPRV3F", "PLMR1A1P7AVB2DHMPWSB3PT3G"]);
        assert_eq!(texts(0, &picture), [""; 0]);
        assert_eq!(texts(width, &[]), [""; 0]);
    }
}
