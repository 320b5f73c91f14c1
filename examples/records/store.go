package main

import (
	"context"
	"errors"
	"log"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

type record struct {
	ID        int64     `json:"id"`
	Name      string    `json:"name"`
	Note      string    `json:"note"`
	CreatedAt time.Time `json:"createdAt"`
}

var errNoRecord = errors.New("no such record")

// store stores records in the database of the PG* variables, through the Service of its primary.
type store struct{ pool *pgxpool.Pool }

func openStore(ctx context.Context) (*store, error) {
	config, err := pgxpool.ParseConfig("target_session_attrs=read-write connect_timeout=2")
	if err != nil {
		return nil, err
	}
	config.MaxConns, err = mostConnections()
	if err != nil {
		return nil, err
	}
	config.ConnConfig.OnNotice = func(connection *pgconn.PgConn, notice *pgconn.Notice) {
		connection.CustomData()[warned] = notice.Message
	}
	pool, err := pgxpool.NewWithConfig(ctx, config)
	return &store{pool}, err
}

// mostConnections returns how many connections the pool may open.
func mostConnections() (int32, error) {
	given, err := strconv.ParseInt(setting("MAX_CONNECTIONS", "8"), 10, 32)
	return int32(given), err
}

// warned is the key of the last server warning in the data of a connection.
const warned = "warned"

// prepare creates the table as soon as there is a primary.
func (s *store) prepare(ctx context.Context) {
	for ctx.Err() == nil {
		trying, cancel := context.WithTimeout(ctx, 5*time.Second)
		_, err := s.pool.Exec(trying, `create table if not exists records (
			id bigint generated always as identity primary key,
			name text not null,
			note text not null default '',
			created_at timestamptz not null default now()
		)`)
		cancel()
		if err == nil {
			return
		}
		log.Printf("no table yet: %v", err)
		s.after(err)
		time.Sleep(500 * time.Millisecond)
	}
}

func (s *store) ready(ctx context.Context) error {
	_, err := s.count(ctx)
	return err
}

func (s *store) count(ctx context.Context) (count int64, err error) {
	err = s.pool.QueryRow(ctx, "select count(*) from records").Scan(&count)
	return count, s.after(err)
}

func (s *store) read(ctx context.Context, id int64) (found record, err error) {
	err = s.pool.QueryRow(ctx, "select id, name, note, created_at from records where id = $1", id).
		Scan(&found.ID, &found.Name, &found.Note, &found.CreatedAt)
	if errors.Is(err, pgx.ErrNoRows) {
		return found, errNoRecord
	}
	return found, s.after(err)
}

// write stores a record. It returns no error only if COMMIT succeeded without a warning: PostgreSQL warns when it stops waiting for a
// standby, and then the record may be on one server only.
func (s *store) write(ctx context.Context, name, note string) (id int64, err error) {
	connection, err := s.pool.Acquire(ctx)
	if err != nil {
		return 0, s.after(err)
	}
	defer connection.Release()
	said := connection.Conn().PgConn().CustomData()
	delete(said, warned)
	err = pgx.BeginFunc(ctx, connection, func(tx pgx.Tx) error {
		return tx.QueryRow(ctx, "insert into records (name, note) values ($1, $2) returning id", name, note).Scan(&id)
	})
	if warning, ok := said[warned].(string); err == nil && ok {
		err = errors.New(warning)
	}
	return id, s.after(err)
}

// after closes all connections if the server may no longer be the primary.
func (s *store) after(err error) error {
	var answer *pgconn.PgError
	if err != nil && (!errors.As(err, &answer) || endsSession(answer.Code)) {
		s.pool.Reset()
	}
	return err
}

// endsSession reports whether the server is read-only, shutting down or not ready yet.
func endsSession(code string) bool {
	return code == "25006" || code[:2] == "57" || code[:2] == "08"
}
