//! Running other programs: say it, run it, fail with its name.

use std::{
    env,
    ffi::{OsStr, OsString},
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::failure::{Failure, Result};

/// A command line in the making. Without standard input: nothing here ever asks.
pub struct Sh {
    command: Command,
    program: String,
    shown: String,
}

impl Sh {
    /// A program by name or path.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let program = program.as_ref();
        let mut command = Command::new(program);
        command.stdin(Stdio::null());
        let program = program.to_string_lossy().into_owned();
        Self { command, shown: program.clone(), program }
    }

    /// `cargo` with arguments separated by blanks.
    pub fn cargo(args: &str) -> Self {
        Self::new("cargo").args(args.split_whitespace())
    }

    /// One more argument.
    pub fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.shown.push(' ');
        self.shown.push_str(&arg.as_ref().to_string_lossy());
        self.command.arg(arg);
        self
    }

    /// More arguments.
    pub fn args<A: AsRef<OsStr>>(self, args: impl IntoIterator<Item = A>) -> Self {
        args.into_iter().fold(self, Self::arg)
    }

    /// Sets an environment variable.
    pub fn env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(key, value);
        self
    }

    /// Takes an environment variable away.
    pub fn without_env(mut self, key: &str) -> Self {
        self.command.env_remove(key);
        self
    }

    /// Runs in a folder.
    pub fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Puts folders in front of PATH.
    ///
    /// # Errors
    /// A folder whose name can't stand in PATH.
    pub fn with_path<'a>(self, folders: impl IntoIterator<Item = &'a Path>) -> Result<Self> {
        let old = env::var_os("PATH").unwrap_or_default();
        let all = folders.into_iter().map(Path::to_path_buf).chain(env::split_paths(&old));
        let path = env::join_paths(all)
            .map_err(|error| Failure::File { told: format!("can't extend PATH: {error}") })?;
        Ok(self.env("PATH", path))
    }

    /// Says the command and runs it, its output going where ours goes.
    ///
    /// # Errors
    /// It doesn't start, or ends with another status than success.
    pub fn run(mut self) -> Result {
        self.say();
        let mut child = self.spawn()?;
        let status = child.wait();
        self.judge(status)
    }

    /// As [`Sh::run`], but stops the program after a time.
    ///
    /// # Errors
    /// As [`Sh::run`], and when the time is over.
    pub fn run_at_most(mut self, limit: Duration) -> Result {
        self.say();
        let start = Instant::now();
        let mut child = self.spawn()?;
        while start.elapsed() < limit {
            match child.try_wait() {
                Ok(None) => thread::sleep(Duration::from_millis(200)),
                Ok(Some(status)) => return self.judge(Ok(status)),
                Err(error) => return self.judge(Err(error)),
            }
        }
        let _ = child.kill();
        let _ = child.wait();
        Err(Failure::Ended { shown: self.shown, status: "took too long".to_owned() })
    }

    /// As [`Sh::run`], and shows every line of standard output to `read` as well.
    ///
    /// # Errors
    /// As [`Sh::run`].
    pub fn run_reading(mut self, mut read: impl FnMut(&str)) -> Result {
        self.say();
        self.command.stdout(Stdio::piped());
        let mut child = self.spawn()?;
        if let Some(output) = child.stdout.take() {
            let mut output = BufReader::new(output);
            let mut line = Vec::new();
            while output.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
                let text = String::from_utf8_lossy(&line);
                print!("{text}");
                read(text.trim_end());
                line.clear();
            }
        }
        let status = child.wait();
        self.judge(status)
    }

    /// Runs quietly; its standard output, or nothing when it fails or isn't there.
    pub fn ask(mut self) -> Option<String> {
        self.command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = self.spawn().ok()?;
        let mut text = String::new();
        child.stdout.take()?.read_to_string(&mut text).ok()?;
        child.wait().is_ok_and(|status| status.success()).then_some(text)
    }

    fn say(&self) {
        println!("\n$ {}", self.shown);
    }

    fn spawn(&mut self) -> Result<Child> {
        self.command
            .spawn()
            .map_err(|error| Failure::Start { program: self.program.clone(), error })
    }

    fn judge(self, status: std::io::Result<ExitStatus>) -> Result {
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(Failure::Ended { shown: self.shown, status: status.to_string() }),
            Err(error) => Err(Failure::Start { program: self.program, error }),
        }
    }
}

/// Says what is being done, where no command line does.
pub fn note(text: &str) {
    println!("\n• {text}");
}

/// Where a program is on PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let mut file = OsString::from(program);
    file.push(env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}
