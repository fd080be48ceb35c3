/**
 * Makes a function answer from memory for an object that it was given before. The answers go with the objects.
 * Whoever uses it says what it saves: at least 0.2 s for 520 issues.
 */
export function memoise<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const answers = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const answer = answers.get(key) ?? { value: make(key) };
    answers.set(key, answer);
    return answer.value;
  };
}
