/** One verb of `bin/kentongan`. Its file is loaded only when it is asked for. */
export interface Verb {
  /** What `--help` prints, without the name of the program before it. */
  help: string
  /** Answers the exit code. Throws `WrongUsage` (2), or any error (1), whose first line is shown. */
  run(args: string[]): Promise<number>
}

/** The command was not written as it has to be: exit 2. */
export class WrongUsage extends Error {
  override name = 'WrongUsage'
}

/** A clear no to a well-written command: exit 1. */
export class Refused extends Error {
  override name = 'Refused'
}

/** Standard output and error belong to the command line alone; the house itself logs. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`)

export const tell = (line: string): void => void process.stderr.write(`${line}\n`)
