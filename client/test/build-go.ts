import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Debian's golang-*-dev packages put their sources. */
const gopath = '/usr/share/gocode';
const install = 'install Debian’s golang-go and golang-golang-x-mod-dev to run this';

/** Why programs that use golang.org/x/mod cannot be built here, or false: made for the `skip` option of a test. */
export function goIsMissing(): string | false {
  if (spawnSync('go', ['version']).error) return `Go is not installed: ${install}`;
  if (!existsSync(join(gopath, 'src/golang.org/x/mod/sumdb/note')))
    return `golang.org/x/mod is not in ${gopath}: ${install}`;
  return false;
}

/** Builds a program of one file in a folder and answers with the path of the executable. */
export function buildGo({ source, folder }: { source: string; folder: string }): string {
  const program = join(folder, 'program');
  writeFileSync(join(folder, 'main.go'), source);
  // GOFLAGS is emptied because flags for modules are refused without them.
  const env = { ...process.env, GO111MODULE: 'off', GOPATH: gopath, GOFLAGS: '', CGO_ENABLED: '0' };
  const { status, stderr } = spawnSync('go', ['build', '-o', program, 'main.go'], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`go build failed: ${stderr}`);
  return program;
}
