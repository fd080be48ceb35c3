/** The addresses that a text refers to by number, each once: a 公众号 article may link nowhere. */
export class Notes {
  readonly #numbers = new Map<string, number>();

  /** The number of an address, first asked first numbered. */
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
