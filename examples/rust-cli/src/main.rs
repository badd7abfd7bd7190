use lexopt::prelude::*;
use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

mod widest;

const USAGE: &str = "usage: widest [--lines N] FILE...";

struct Arguments {
    lines: usize,
    files: Vec<PathBuf>,
}

/// None where something was to be printed, and nothing else.
fn arguments() -> Result<Option<Arguments>, lexopt::Error> {
    let mut arguments = Arguments {
        lines: 1,
        files: Vec::new(),
    };
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Short('n') | Long("lines") => arguments.lines = parser.value()?.parse()?,
            Short('V') | Long("version") => {
                println!("widest {}", env!("CARGO_PKG_VERSION"));
                return Ok(None);
            }
            Short('h') | Long("help") => {
                println!("{USAGE}");
                return Ok(None);
            }
            Value(file) => arguments.files.push(file.into()),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(Some(arguments))
}

fn run() -> Result<(), Box<dyn Error>> {
    let Some(Arguments { lines, files }) = arguments()? else {
        return Ok(());
    };
    if files.is_empty() {
        return Err(USAGE.into());
    }
    for file in files {
        let text =
            fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        for (number, line) in widest::widest(&text, lines) {
            println!("{}:{number}: {}", file.display(), line.chars().count());
        }
    }
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("widest: {error}");
            ExitCode::FAILURE
        }
    }
}
