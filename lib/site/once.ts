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
  return keeping(new WeakMap<Key, { value: Value }>(), make);
}

/** The same of texts. All that is made is kept: for what there is little of, such as days. */
export function onceText<Text extends string, Value>(
  make: (text: Text) => Value,
): (text: Text) => Value {
  return keeping(new Map<Text, { value: Value }>(), make);
}

type Store<Key, Value> = {
  get: (key: Key) => { value: Value } | undefined;
  set: (key: Key, made: { value: Value }) => unknown;
};

function keeping<Key, Value>(
  made: Store<Key, Value>,
  make: (key: Key) => Value,
): (key: Key) => Value {
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}
