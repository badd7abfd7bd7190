import type { JobSource } from './workflow-source';

/** How a person keeps jobs that call other workflows: a declaration has no word for them, the workflow has. */
export function calledComments(jobs: readonly JobSource[], kept: readonly string[]): string[] {
  return jobs.length ? [
    `decide: the original calls ${jobs.length === 1 ? 'another workflow' : 'other workflows'}. To keep that, write 'const tagBuild = ' in front of the declaration and behind it:`,
    ...jobs.map((job) => `tagBuild.workflow.addJob('${job.id}', ${calling(job, kept)});`),
  ] : [];
}

function calling({ uses, needs, with: inputs, secrets }: JobSource, kept: readonly string[]): string {
  const waits = needs.filter((need) => kept.includes(need));
  return literal({
    uses,
    ...waits.length && { needs: waits },
    ...Object.keys(inputs).length && { with: inputs },
    ...secrets === 'inherit' ? { secretsInherit: true } : secrets ? { secrets } : {},
    permissions: {},
  });
}

/** JSON as TypeScript is written, in one line. */
function literal(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(literal).join(', ')}]`;
  }
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(([key, item]) => `${/^[a-z_]\w*$/i.test(key) ? key : literal(key)}: ${literal(item)}`);
    return entries.length ? `{ ${entries.join(', ')} }` : '{}';
  }
  return typeof value === 'string' ? `'${value.replace(/[\\']/g, '\\$&').replace(/\s+/g, ' ')}'` : String(value);
}
