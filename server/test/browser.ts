/** As much of a browser as redirects and cookies need: it goes where it is sent, one step at a time or until it arrives. */
export type Browser = {
  /** One request, without following; what it sets is kept. */
  get: (url: string) => Promise<{ status: number; location: string | null; body: string }>;
  /** Follows redirects, and gives every address on the way; the last one is where it arrives. */
  follow: (url: string) => Promise<string[]>;
  /** Posts a form, and gives where that leads. */
  post: (url: string, form: Record<string, string>) => Promise<string | null>;
  /** By name; ports are not told apart, as in any browser. */
  cookies: Map<string, string>;
};

export function browser(): Browser {
  const cookies = new Map<string, string>();
  const ask = async (url: string, more: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      ...more,
      headers: { accept: 'text/html', ...(cookie && { cookie }) },
    });
    for (const text of response.headers.getSetCookie()) keep(text);
    const location = response.headers.get('location');
    return { status: response.status, location: location && new URL(location, url).href, body: await response.text() };
  };
  const keep = (text: string) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
    if (/max-age=0|expires=thu, 01 jan 1970/i.test(text) || value === '') cookies.delete(name);
    else cookies.set(name, value);
  };
  return {
    get: (url) => ask(url),
    async follow(url) {
      const way = [url];
      for (let at: string | null = url; at !== null && way.length < 20;) {
        ({ location: at } = await ask(at));
        if (at !== null) way.push(at);
      }
      return way;
    },
    async post(url, form) {
      return (await ask(url, { method: 'POST', body: new URLSearchParams(form) })).location;
    },
    cookies,
  };
}
