//! Names the generator's own sources, so that a site is known to have been published by these and no others.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// What decides what the generator makes of a site.
const FOLDERS: [&str; 3] = ["src", "themes", "locales"];

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    for folder in FOLDERS {
        println!("cargo:rerun-if-changed={folder}");
        add(Path::new(folder), &mut files)?;
    }
    files.push("Cargo.lock".into());
    println!("cargo:rerun-if-changed=Cargo.lock");
    files.sort();
    // FNV-1a: it need not withstand anybody, and is the same on every system.
    let mut name = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128;
    let mut take = |bytes: &[u8]| {
        for byte in bytes {
            name = (name ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    };
    for file in files {
        take(file.to_string_lossy().replace('\\', "/").as_bytes());
        take(&[0]);
        // A checkout on Windows may end its lines otherwise.
        take(&fs::read(&file)?.into_iter().filter(|byte| *byte != b'\r').collect::<Vec<u8>>());
        take(&[0]);
    }
    println!("cargo:rustc-env=ANNAI_SOURCES={name:032x}");
    Ok(())
}

fn add(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { add(&path, files)? } else { files.push(path) }
    }
    Ok(())
}
