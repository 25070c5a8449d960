import pg from 'pg';

// What the driver alone takes: every row is received and thrown away, its cells as the texts that came.
const { username: user, ...address } = JSON.parse(process.argv[2]);
const client = new pg.Client({ host: '127.0.0.1', user, ...address });
await client.connect();
const query = client.query(
  new pg.Query({ text: process.argv[3], rowMode: 'array', types: { getTypeParser: () => (text) => text } }),
);
let rows = 0;
query.on('row', () => {
  rows += 1;
});
await new Promise((resolve, reject) => query.on('end', resolve).on('error', reject));
await client.end();
console.log(rows);
