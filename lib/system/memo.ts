/**
 * Memoises a function of one object. A result is freed together with its object. Use it only where it saves at least
 * 0.2 s for 520 issues, and say so there.
 */
export function memoise<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const results = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const result = results.get(key) ?? { value: make(key) };
    results.set(key, result);
    return result.value;
  };
}
