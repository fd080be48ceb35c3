/** What a function makes, made once and only when it is asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What a function makes of an object, made once for each of them and let go of with it. */
export function onceEach<Key extends object, Value>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const made = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}

/** The same of texts. All that is made is kept: for what there is little of, such as days. */
export function onceText<Text extends string, Value>(
  make: (text: Text) => Value,
): (text: Text) => Value {
  const made = new Map<Text, { value: Value }>();
  return (text) => {
    const known = made.get(text) ?? { value: make(text) };
    made.set(text, known);
    return known.value;
  };
}
