/** What can be asked of something. */
export interface Fields {
  readonly [name: string]: Value | ((args: Args) => Value);
}

export type Value = string | number | boolean | null | Fields | readonly Value[];

export type Args = Readonly<Record<string, any>>;

interface Field {
  readonly name: string;
  readonly alias: string;
  readonly args: Args;
  readonly fields: readonly Field[];
}

/** Answers one query without fragments and directives. @throws where it asks for a field that there is not */
export function execute(query: string, variables: Args, root: Fields): Readonly<Record<string, unknown>> {
  const tokens: readonly string[] = query.match(/"(?:\\.|[^"\\])*"|\$?[\w-]+|[^\s,]/g) ?? [];
  let next = tokens.indexOf('{', tokens[2] === '(' ? tokens.indexOf(')') : 0);
  return select(root, selection()) as Args;

  function selection(): Field[] {
    const fields: Field[] = [];
    for (next++; tokens[next] !== '}';) { fields.push(field()); }
    next++;
    return fields;
  }

  function field(): Field {
    const alias = tokens[next++];
    const name = tokens[next] === ':' ? tokens[(next += 2) - 1] : alias;
    const args = tokens[next] === '(' ? values(')') : {};
    return { name, alias, args, fields: tokens[next] === '{' ? selection() : [] };
  }

  /** From an opening bracket to the one that closes it. */
  function values(end: string): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    for (next++; tokens[next] !== end;) {
      const name = tokens[next];
      next += 2;
      found[name] = tokens[next] === '{' ? values('}') : valueOf(tokens[next++]);
    }
    next++;
    return found;
  }

  /** The words of an enumeration stay as they are. */
  function valueOf(token: string): unknown {
    if (token.startsWith('$')) return variables[token.slice(1)];
    return /^(?:"|-?\d|null$|true$|false$)/.test(token) ? JSON.parse(token) : token;
  }
}

function select(value: Value, fields: readonly Field[]): unknown {
  if (Array.isArray(value)) return value.map((each: Value) => select(each, fields));
  if (!fields.length || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(fields.map(({ name, alias, args, fields: inner }) => {
    const found = (value as Fields)[name];
    if (found === undefined) throw new Error(`Field '${name}' doesn't exist`);
    return [alias, select(typeof found === 'function' ? found(args) : found, inner)];
  }));
}
