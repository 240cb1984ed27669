// The API, as the page's scripts call it: JSON in, JSON out, problems thrown.

export class Problem extends Error {
  constructor(body, status) {
    const where = (body.errors || []).map((e) => `${e.pointer} ${e.detail}`).join("; ");
    super([body.detail, where].filter(Boolean).join(" "));
    this.body = body;
    this.status = status;
  }
}

const csrf = document.querySelector("meta[name=csrf]")?.content || "";

/** {status, body, etag}; body is null for 204 and 304. Throws a Problem for any other refusal. */
export async function call(method, path, { json, headers = {} } = {}) {
  const all = { Accept: "application/json", "X-CSRF-Token": csrf, ...headers };
  if (json !== undefined) all["Content-Type"] = "application/json";
  const body = json === undefined ? undefined : JSON.stringify(json);
  let response;
  try {
    response = await fetch(path, { method, headers: all, body, cache: "no-store" });
  } catch {
    throw new Problem({ detail: "The server cannot be reached; nothing was saved." }, 0);
  }
  if (response.status === 204 || response.status === 304) {
    return { status: response.status, body: null, etag: response.headers.get("ETag") };
  }
  const answer = await response.json().catch(() => ({ detail: `The server answered ${response.status}.` }));
  if (!response.ok) throw new Problem(answer, response.status);
  return { status: response.status, body: answer, etag: response.headers.get("ETag") };
}

/** The job once it has ended; `say` is told of each state on the way. */
export async function ended(link, say) {
  for (;;) {
    const { body: job } = await call("GET", link, { headers: { Prefer: "wait=20" } });
    say(job.status);
    if (job.status !== "queued" && job.status !== "running") return job;
  }
}
