/** Texts that a million plays repeat, each kept once under a number. */
import type { Database } from './database';

/** Far more than a station has displays, assets and bookings; beyond it the memory starts afresh. */
const REMEMBERED = 50_000;

export class Phrases {
  private readonly numbers = new Map<string, number>();
  private readonly texts = new Map<number, string>();

  constructor(private readonly db: Database) {}

  /** The number of a text that is there; undefined when no play ever used it. */
  find(text: string): number | undefined {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const row = this.db.get<{ number: number }>('SELECT number FROM phrase WHERE text = ?', text);
    return row && this.remember(row.number, text);
  }

  /** The number of a text, which is added when it is new: inside a transaction only. */
  numberOf(text: string): number {
    const found = this.find(text);
    if (found !== undefined) return found;
    this.db.run('INSERT INTO phrase (text) VALUES (?)', text);
    const row = this.db.get<{ number: number }>('SELECT number FROM phrase WHERE text = ?', text);
    return this.remember(row?.number as number, text);
  }

  textOf(number: number): string {
    const known = this.texts.get(number);
    if (known !== undefined) return known;
    const text = this.db.get<{ text: string }>('SELECT text FROM phrase WHERE number = ?', number)?.text;
    if (text === undefined) throw new RangeError(`phrase ${number} is missing`);
    this.remember(number, text);
    return text;
  }

  /** After a transaction that was rolled back: what it added is not there. */
  forget(): void {
    this.numbers.clear();
    this.texts.clear();
  }

  private remember(number: number, text: string): number {
    if (this.numbers.size >= REMEMBERED) this.forget();
    this.numbers.set(text, number);
    this.texts.set(number, text);
    return number;
  }
}
