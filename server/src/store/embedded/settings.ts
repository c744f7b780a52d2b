import { createHash } from 'node:crypto';

/** Written into a new cluster's postgresql.conf, where an operator may change them. */
export const initialSettings = {
  shared_buffers: '128MB',
  // The pools of the server, its workers and room for a few hands; idle connections cost little.
  max_connections: '200',
  wal_compression: 'on',
};

export const port = 5432;
/** Relative to the cluster. */
export const logFolder = 'log';

/** Its processes show it in their titles, so that those of a cluster are found even when its postmaster is dead. */
export const clusterName = (cluster: string): string =>
  `coact-${createHash('sha256').update(cluster).digest('hex').slice(0, 8)}`;

/** The pid of the server that launched a postmaster, from its command line; undefined when it was none of ours. */
export function launchedBy(command: string): number | undefined {
  const pid = / -c coact\.launcher=(\d+) /.exec(command)?.[1];
  return pid === undefined ? undefined : Number(pid);
}

/** What must hold at every start, whatever postgresql.conf says: given on the command line, which overrides the file. */
export function startFlags({ cluster, socketFolder }: { cluster: string; socketFolder: string }): string[] {
  const settings: Record<string, string> = {
    // No TCP at all: whoever can enter the socket folder, mode 0700, is the account itself or root.
    listen_addresses: '',
    port: String(port),
    // A list in SQL's identifier quoting, so that commas, spaces and quotes in the path are its own.
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    fsync: 'on',
    full_page_writes: 'on',
    cluster_name: clusterName(cluster),
    // Who launched it, for those who find it running: see launchedBy.
    'coact.launcher': String(process.pid),
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_destination: 'stderr',
    logging_collector: 'on',
    log_directory: logFolder,
    log_filename: 'postgresql-%Y-%m-%d_%H%M%S.log',
    log_rotation_size: '10MB',
    log_rotation_age: '1d',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
