//! Markup that is put together from many small pieces.

/// What markup is put together from. Of small pieces, and there are very many, `write!` takes several times as long.
pub trait Piece {
    /// Appends it.
    fn put(&self, out: &mut String);
}

/// Appends pieces one after the other.
pub fn put(out: &mut String, pieces: &[&dyn Piece]) {
    for piece in pieces {
        piece.put(out);
    }
}

/// Markup as it is.
impl Piece for &str {
    fn put(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl Piece for i64 {
    fn put(&self, out: &mut String) {
        if let Ok(digit @ 0..=9) = u8::try_from(*self) {
            return out.push(char::from(b'0' + digit));
        }
        if *self < 0 {
            out.push('-');
        }
        let mut digits = [b'0'; 20];
        let mut start = digits.len();
        let mut rest = self.unsigned_abs();
        while let Some(digit) = digits[..start].last_mut() {
            *digit = b'0' + u8::try_from(rest % 10).unwrap_or_default();
            start -= 1;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        out.push_str(str::from_utf8(&digits[start..]).unwrap_or_default());
    }
}
