// Records is a small application that stores records in PostgreSQL, as the sample for recovery. It gives up a request after a short time,
// and confirms a record only after COMMIT has succeeded.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	store, err := openStore(ctx)
	if err != nil {
		log.Fatal(err)
	}
	go store.prepare(ctx)
	server := &http.Server{
		Addr:              ":" + setting("PORT", "8080"),
		Handler:           routes(store, patience()),
		ReadHeaderTimeout: 5 * time.Second,
	}
	go func() {
		<-ctx.Done()
		ending, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = server.Shutdown(ending)
	}()
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}

// patience returns how long a request may take before it gets 503.
func patience() time.Duration {
	given, err := time.ParseDuration(setting("PATIENCE", "1s"))
	if err != nil {
		log.Fatalf("PATIENCE: %v", err)
	}
	return given
}

func setting(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}
