const shared = new WeakSet<object>();

/** Says of a value that it never changes and stands in many others: what is found out of it need be found out once. */
export function share<Value extends object>(value: Value): Value {
  shared.add(value);
  return value;
}

export function isShared(value: object): boolean {
  return shared.has(value);
}
