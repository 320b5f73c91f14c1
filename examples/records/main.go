// Records is a small application that stores records in PostgreSQL, as the sample for recovery. It gives up a request after a short time,
// and confirms a record only after COMMIT has succeeded.
package main

import (
	"context"
	"errors"
	"log"
	"log/slog"
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
		Handler:           logged(routes(store, patience())),
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

// logged writes a structured line for each request but those of the kubelet. Neither query nor body is logged.
func logged(inner http.Handler) http.Handler {
	lines := slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(_ []string, each slog.Attr) slog.Attr {
		if each.Key == slog.MessageKey {
			each.Key = "message"
		}
		return each
	}}))
	return http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		inner.ServeHTTP(writer, request)
		if request.URL.Path != "/alive" {
			lines.Info(request.Method + " " + request.URL.Path)
		}
	})
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
