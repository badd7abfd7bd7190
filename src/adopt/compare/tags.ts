/** Whether a list of filters lets a tag through: of those that match, the last one decides. */
export function matches(filters: readonly string[], tag: string): boolean {
  return filters.reduce((soFar, filter) => {
    const not = filter.startsWith('!');
    return expression(not ? filter.slice(1) : filter).test(tag) ? !not : soFar;
  }, false);
}

/** `*` and `**` stand for any text, `?` and `+` say how often what is before them may come. */
function expression(filter: string): RegExp {
  const translated = filter.replace(/\*\*?|\[[^\]]*\]|[?+]|./g, (part) => {
    if (part.startsWith('*')) {
      return part === '**' ? '.*' : '[^/]*';
    }
    return /^(?:\[.*\]|[?+])$/.test(part) ? part : part.replace(/[.^${}()|\\]/, '\\$&');
  });
  return new RegExp(`^(?:${translated})$`);
}
