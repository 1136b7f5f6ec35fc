/* Why the service cannot start, and what to do about it, in English and Chinese. */
import type { Language } from './language.js';

/** What a sentence names: a path, a code, a version. */
export type StartDetails = Partial<
  Record<'path' | 'code' | 'address' | 'migration' | 'version', string>
>;

type Sentence = (details: StartDetails) => string;

const IGNORED =
  'ignore_startup_parameters = extra_float_digits,statement_timeout,lock_timeout,idle_in_transaction_session_timeout';
const GRANTS =
  'GRANT CONNECT ON DATABASE <database> TO <user>; GRANT USAGE, CREATE ON SCHEMA public TO <user>;';

const ENGLISH = {
  'no-folder': ({ path }) => `The folder of the database does not exist: ${path}`,
  'no-file': ({ path }) => `There is no database: ${path}`,
  'no-tables': () =>
    'The database has no tables yet, or those of an older version: start the service once.',
  'no-writing': ({ path }) => `The database cannot be written: ${path}`,
  'no-reading': ({ path, code }) => `The database cannot be read or written (${code}): ${path}`,
  locked: ({ path }) => `Another process keeps the database locked: ${path}`,
  'disk-full': ({ path }) => `The disk of the database is full: ${path}`,
  damaged: ({ path }) =>
    `The database is damaged: ${path}. Keep this file under another name, then put the latest backup in its place.`,
  'no-sqlite': ({ path }) =>
    `The database is not a SQLite file: ${path}. Check the setting "databaseUrl". If the database was in this file, keep the file under another name, then put the latest backup in its place.`,
  newer: ({ migration, version }) =>
    `This database was written by a newer version (its tables have the change "${migration}"). ${
      version ? `Install version ${version} or later` : 'Install that version or a later one'
    }, or restore the backup made before the upgrade. The database is sound, and nothing was changed.`,
  'no-upgrade': ({ code }) =>
    `The tables of the database could not be brought up to date (${code}). They are as they were.`,
  'backup-postgres': () => 'The database is PostgreSQL; copy it with pg_dump.',
  'file-exists': ({ path }) => `The file exists already: ${path}`,
  'port-taken': ({ address }) =>
    `The address of the settings "host" and "port", ${address}, is taken.`,
  'no-listening': ({ address, code }) =>
    `The address of the settings "host" and "port", ${address}, cannot be used (${code}).`,
  'postgres-refused': ({ code }) =>
    `The PostgreSQL server of the setting "databaseUrl" does not answer (${code}). Check that it runs, and that host and port are right and reachable from here.`,
  'postgres-no-host': ({ code }) =>
    `The host name in the setting "databaseUrl" is not known here (${code}). Check its spelling and the name server.`,
  'postgres-no-database': ({ code }) =>
    `The PostgreSQL server has no database of the name in the setting "databaseUrl" (${code}). Correct the name, or run: CREATE DATABASE <database> OWNER <user>;`,
  'postgres-no-right': ({ code }) =>
    `The user in the setting "databaseUrl" may not use the database, or may not create or change its tables (${code}). As its owner, run: ${GRANTS} If the tables belong to another user, name that user in the setting.`,
  'postgres-password': ({ code }) =>
    `PostgreSQL refuses the user or the password in the setting "databaseUrl" (${code}). Correct them; write special characters of the password percent-encoded.`,
  'postgres-not-let-in': ({ code }) =>
    `PostgreSQL does not let this user in from this address (${code}). Check the user in the setting "databaseUrl", and add a line for user, database and address to pg_hba.conf; then reload PostgreSQL.`,
  'postgres-parameter': ({ code }) =>
    `The server of the setting "databaseUrl" refuses a parameter of the connection (${code}), as PgBouncer does. Add this line to pgbouncer.ini: ${IGNORED}`,
  'postgres-full': ({ code }) =>
    `PostgreSQL has no free connection (${code}). Lower the setting "databasePool" (each process takes as many), or raise max_connections.`,
  'postgres-no-ssl': () =>
    'The setting "databaseUrl" asks for an encrypted connection, and the PostgreSQL server offers none. Switch on ssl in postgresql.conf, or leave out sslmode in the setting where the network is trusted.',
  'postgres-needs-ssl': ({ code }) =>
    `PostgreSQL takes only encrypted connections here (${code}). Add sslmode=require to the setting "databaseUrl".`,
  'postgres-certificate': ({ code }) =>
    `The certificate of the PostgreSQL server is not trusted (${code}). Add sslrootcert=<file of your authority> to the setting "databaseUrl", and use the host name that the certificate has.`,
  'postgres-read-only': ({ code }) =>
    `The PostgreSQL server of the setting "databaseUrl" can only be read (${code}). Name the primary server.`,
  'postgres-other': ({ code }) =>
    `The PostgreSQL server of the setting "databaseUrl" cannot be used (${code}). The log of the server says more.`,
} satisfies Record<string, Sentence>;

/** Why the service cannot start. */
export type StartReason = keyof typeof ENGLISH;

const CHINESE: Record<StartReason, Sentence> = {
  'no-folder': ({ path }) => `数据库所在文件夹不存在：${path}`,
  'no-file': ({ path }) => `没有数据库：${path}`,
  'no-tables': () => '数据库中还没有数据表，或是旧版本的数据表，请先启动一次服务。',
  'no-writing': ({ path }) => `数据库不可写：${path}`,
  'no-reading': ({ path, code }) => `数据库无法读写（${code}）：${path}`,
  locked: ({ path }) => `数据库正被另一进程锁定：${path}`,
  'disk-full': ({ path }) => `数据库所在磁盘已满：${path}`,
  damaged: ({ path }) => `数据库已损坏：${path}。请先将此文件改名留存，再用最近的备份放回原处。`,
  'no-sqlite': ({ path }) =>
    `此文件不是 SQLite 数据库：${path}。请检查配置项 "databaseUrl"；如数据库原本就是此文件，请先将其改名留存，再用最近的备份放回原处。`,
  newer: ({ migration, version }) =>
    `此数据库由更新的版本写入（数据表已有变更“${migration}”）。请安装${
      version ? ` ${version} 或更高版本` : '当时所用的版本或更高版本'
    }，或恢复升级前的备份。数据库完好，未作任何改动。`,
  'no-upgrade': ({ code }) => `数据表升级未能完成（${code}），数据表保持原样。`,
  'backup-postgres': () => '数据库是 PostgreSQL，请用 pg_dump 备份。',
  'file-exists': ({ path }) => `文件已存在：${path}`,
  'port-taken': ({ address }) => `配置项 "host" 和 "port" 指定的地址 ${address} 已被占用。`,
  'no-listening': ({ address, code }) =>
    `配置项 "host" 和 "port" 指定的地址 ${address} 无法使用（${code}）。`,
  'postgres-refused': ({ code }) =>
    `配置项 "databaseUrl" 指定的 PostgreSQL 服务器没有应答（${code}）。请检查服务器是否运行，主机和端口是否正确，以及网络是否可达。`,
  'postgres-no-host': ({ code }) =>
    `无法解析配置项 "databaseUrl" 中的主机名（${code}）。请检查拼写和域名服务器。`,
  'postgres-no-database': ({ code }) =>
    `PostgreSQL 中没有配置项 "databaseUrl" 所写的数据库（${code}）。请更正名称，或运行：CREATE DATABASE <数据库> OWNER <用户>;`,
  'postgres-no-right': ({ code }) =>
    `配置项 "databaseUrl" 中的用户无权使用该数据库，或无权新建、更改数据表（${code}）。请由数据库所有者运行：${GRANTS.replaceAll('<database>', '<数据库>').replaceAll('<user>', '<用户>')} 如数据表属于另一用户，请在配置中改用该用户。`,
  'postgres-password': ({ code }) =>
    `PostgreSQL 不接受配置项 "databaseUrl" 中的用户名或密码（${code}）。请更正；密码中的特殊字符须作百分号编码。`,
  'postgres-not-let-in': ({ code }) =>
    `PostgreSQL 不允许该用户从本机地址连接（${code}）。请检查配置项 "databaseUrl" 中的用户，在 pg_hba.conf 中为该用户、数据库和地址添加一行，然后重新加载 PostgreSQL。`,
  'postgres-parameter': ({ code }) =>
    `配置项 "databaseUrl" 指定的服务器不接受某个连接参数（${code}），PgBouncer 即是如此。请在 pgbouncer.ini 中添加一行：${IGNORED}`,
  'postgres-full': ({ code }) =>
    `PostgreSQL 没有空闲连接（${code}）。请减小配置项 "databasePool"（每个进程各占用这么多），或增大 max_connections。`,
  'postgres-no-ssl': () =>
    '配置项 "databaseUrl" 要求加密连接，而 PostgreSQL 服务器未启用加密。请在 postgresql.conf 中启用 ssl；网络可信时，也可去掉配置中的 sslmode。',
  'postgres-needs-ssl': ({ code }) =>
    `此 PostgreSQL 只接受加密连接（${code}）。请在配置项 "databaseUrl" 中添加 sslmode=require。`,
  'postgres-certificate': ({ code }) =>
    `PostgreSQL 服务器的证书不受信任（${code}）。请在配置项 "databaseUrl" 中添加 sslrootcert=<证书机构文件>，并使用证书所载的主机名。`,
  'postgres-read-only': ({ code }) =>
    `配置项 "databaseUrl" 指定的 PostgreSQL 服务器只能读取（${code}）。请改为主服务器。`,
  'postgres-other': ({ code }) =>
    `配置项 "databaseUrl" 指定的 PostgreSQL 服务器无法使用（${code}）。详情见该服务器的日志。`,
};

/** Says in one language why the service cannot start. */
export const startWords = (
  language: Language,
  reason: StartReason,
  details: StartDetails,
): string => (language === 'en' ? ENGLISH : CHINESE)[reason](details);
