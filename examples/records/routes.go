package main

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"time"
)

type keeper interface {
	ready(context.Context) error
	count(context.Context) (int64, error)
	read(context.Context, int64) (record, error)
	write(ctx context.Context, name, note string) (int64, error)
}

// routes returns the handler, which answers 503 with the reason if the database does not answer in time.
func routes(store keeper, patience time.Duration) http.Handler {
	mux := http.NewServeMux()
	handle := func(pattern string, answer func(*http.Request) (int, any, error)) {
		mux.HandleFunc(pattern, func(writer http.ResponseWriter, request *http.Request) {
			ctx, cancel := context.WithTimeout(request.Context(), patience)
			defer cancel()
			status, body, err := answer(request.WithContext(ctx))
			if err != nil {
				status, body = statusOf(err), map[string]string{"error": err.Error()}
			}
			writer.Header().Set("content-type", "application/json")
			writer.WriteHeader(status)
			_ = json.NewEncoder(writer).Encode(body)
		})
	}
	// Does not query the database, unlike /ready.
	handle("GET /alive", func(*http.Request) (int, any, error) {
		return http.StatusOK, map[string]bool{"alive": true}, nil
	})
	handle("GET /ready", func(request *http.Request) (int, any, error) {
		return http.StatusOK, map[string]bool{"ready": true}, store.ready(request.Context())
	})
	handle("GET /records", func(request *http.Request) (int, any, error) {
		if !request.URL.Query().Has("count") {
			return http.StatusBadRequest, map[string]string{"error": "only ?count is known"}, nil
		}
		count, err := store.count(request.Context())
		return http.StatusOK, map[string]int64{"count": count}, err
	})
	handle("GET /records/{id}", func(request *http.Request) (int, any, error) {
		id, err := strconv.ParseInt(request.PathValue("id"), 10, 64)
		if err != nil {
			return 0, nil, errNoRecord
		}
		found, err := store.read(request.Context(), id)
		return http.StatusOK, found, err
	})
	handle("POST /records", func(request *http.Request) (int, any, error) {
		var given struct{ Name, Note string }
		if err := json.NewDecoder(http.MaxBytesReader(nil, request.Body, 1<<16)).Decode(&given); err != nil || given.Name == "" {
			return http.StatusBadRequest, map[string]string{"error": `send {"name": …, "note": …}`}, nil
		}
		id, err := store.write(request.Context(), given.Name, given.Note)
		return http.StatusCreated, map[string]int64{"id": id}, err
	})
	return mux
}

func statusOf(err error) int {
	if errors.Is(err, errNoRecord) {
		return http.StatusNotFound
	}
	return http.StatusServiceUnavailable
}
