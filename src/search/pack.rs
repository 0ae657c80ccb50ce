//! Numbers and terms in few bytes.

use flate2::{Compress, Compression, FlushCompress};

use super::gather::Posting;

/// Bytes of terms that are fetched together, before they are compressed.
pub const SHARD: usize = 12 << 10;

/// Appends a number, seven bits to a byte, the lowest first.
pub fn number(mut number: u32, out: &mut Vec<u8>) {
    while number >= 0x80 {
        let [low, ..] = number.to_le_bytes();
        out.push(low | 0x80);
        number >>= 7;
    }
    let [low, ..] = number.to_le_bytes();
    out.push(low);
}

/// Takes a number off the front.
pub fn take(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0;
    let mut shift = 0;
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u32::from(byte & 0x7F).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(number);
        }
        shift += 7;
    }
    None
}

/// Appends postings in the order of their parts: each as its distance from the part before, and its weight.
pub fn postings(all: &[Posting], out: &mut Vec<u8>) {
    let mut last = 0;
    for posting in all {
        let part = posting >> 2;
        number((part - last) << 2 | posting & 3, out);
        last = part;
    }
}

/// Reads postings again, and hands each on.
pub fn each(mut bytes: &[u8], mut then: impl FnMut(Posting)) {
    let mut part = 0;
    while let Some(packed) = take(&mut bytes) {
        part += packed >> 2;
        then(part << 2 | packed & 3);
    }
}

/// How long repetitions are looked for.
#[derive(Debug, Clone, Copy)]
pub enum Effort {
    /// In postings, which hardly repeat: more makes them smaller by less than a fiftieth.
    Postings = 2,
    /// In texts.
    Texts = 5,
}

/// Raw DEFLATE, as browsers inflate it: hosts need not compress these files, and some would not know that they can.
///
/// One for many texts: what it works with is made once.
pub struct Deflater(Compress);

impl Deflater {
    /// For texts or for postings.
    pub fn new(effort: Effort) -> Self {
        Self(Compress::new(Compression::new(effort as u32), false))
    }

    /// The bytes in fewer.
    pub fn deflated(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.0.reset();
        // What cannot be made smaller grows by less than that.
        let mut out = Vec::with_capacity(bytes.len() + bytes.len() / 64 + 64);
        // Into memory that is large enough it does not fail.
        let _ = self.0.compress_vec(bytes, &mut out, FlushCompress::Finish);
        out.shrink_to_fit();
        out
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn any_bytes_are_whole_when_they_are_inflated() {
        let noise: Vec<u8> = (0..100_000_u32).map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()[3]).collect();
        for effort in [Effort::Postings, Effort::Texts] {
            let mut deflater = Deflater::new(effort);
            for length in [0, 1, 300, 65_535, 100_000] {
                let mut out = Vec::new();
                let deflated = deflater.deflated(&noise[..length]);
                flate2::read::DeflateDecoder::new(&*deflated).read_to_end(&mut out).unwrap();
                assert!(out == noise[..length], "{length} bytes");
            }
        }
    }

    #[test]
    fn what_was_packed_is_read_again() {
        let all = [0, 5, 1 << 2 | 3, 900 << 2, 0x3FFF_FFFF << 2 | 1];
        let mut out = Vec::new();
        postings(&all[2..], &mut out);
        let mut read = Vec::new();
        each(&out, |posting| read.push(posting));
        assert_eq!(read, &all[2..]);
        let mut out = Vec::new();
        for value in [0, 127, 128, 300, u32::MAX] {
            number(value, &mut out);
            assert_eq!(take(&mut &*std::mem::take(&mut out)), Some(value));
        }
        assert_eq!(take(&mut &[0x80_u8][..]), None);
    }
}
