/** One plain line to the person at the terminal, on standard error so that standard output stays for machines. */
export function say(line) {
  process.stderr.write(`suar: ${line}\n`);
}

/** Says why it cannot go on and ends: 2 for wrong usage, 1 for anything else. */
export function giveUp(line, code = 1) {
  say(line);
  process.exit(code);
}
