import { Buffer } from 'node:buffer';

/** What lies behind an address. */
interface End {
  readonly status: number;
  /** Whole lines. */
  readonly text: string;
}

/** The end of a text that may be huge: so many bytes of it, where it is known how long it is, and no more are kept of any. */
export async function textEnd(url: string, most: number, signal: AbortSignal): Promise<End> {
  const whole = await fetch(url, { signal });
  const length = Number(whole.headers.get('content-length'));
  if (!(length > most)) {
    return endOf(whole, most);
  }
  await whole.body?.cancel();
  return endOf(await fetch(url, { signal, headers: { range: `bytes=${length - most}-` } }), most);
}

async function endOf({ status, body }: Response, most: number): Promise<End> {
  const kept: Buffer[] = [];
  let size = 0;
  let cut = status === 206;
  for await (const chunk of body ?? []) {
    kept.push(Buffer.from(chunk as Uint8Array));
    size += kept.at(-1)!.length;
    cut ||= size > most;
    while (size - kept[0].length >= most) {
      size -= kept.shift()!.length;
    }
  }
  const text = Buffer.concat(kept).subarray(-most).toString();
  return { status, text: cut ? text.slice(text.indexOf('\n') + 1) : text };
}
