/** The numbered notes of an article: addresses, each once. The text refers to them by number, since it may not link. */
export class Notes {
  readonly #numbers = new Map<string, number>();

  /** The number of an address. New addresses are numbered in the order in which they are asked for. */
  numberOf(address: string): number {
    const number = this.#numbers.get(address) ?? this.#numbers.size + 1;
    this.#numbers.set(address, number);
    return number;
  }

  /** The addresses in the order of their numbers, which begin with 1. */
  get addresses(): string[] {
    return [...this.#numbers.keys()];
  }
}
