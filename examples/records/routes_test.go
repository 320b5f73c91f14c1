package main

import (
	"context"
	"errors"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

type fake struct{ fault error }

func (f fake) ready(context.Context) error          { return f.fault }
func (f fake) count(context.Context) (int64, error) { return 7, f.fault }
func (f fake) read(_ context.Context, id int64) (record, error) {
	if id != 1 {
		return record{}, errNoRecord
	}
	return record{ID: 1, Name: "first"}, f.fault
}
func (f fake) write(ctx context.Context, name, note string) (int64, error) {
	if name == "hang" {
		<-ctx.Done()
		return 0, ctx.Err()
	}
	return 8, f.fault
}

func TestAnswers(t *testing.T) {
	down := fake{errors.New("no primary")}
	for _, each := range []struct {
		store              keeper
		method, path, body string
		status             int
		contains           string
	}{
		{fake{}, "GET", "/ready", "", 200, "true"},
		{down, "GET", "/ready", "", 503, "no primary"},
		{down, "GET", "/alive", "", 200, "true"},
		{fake{}, "GET", "/records?count", "", 200, `"count":7`},
		{fake{}, "GET", "/records/1", "", 200, `"name":"first"`},
		{fake{}, "GET", "/records/2", "", 404, "no such record"},
		{fake{}, "POST", "/records", `{"name":"a"}`, 201, `"id":8`},
		{fake{}, "POST", "/records", `{}`, 400, "send"},
		{down, "POST", "/records", `{"name":"a"}`, 503, "no primary"},
		{fake{}, "POST", "/records", `{"name":"hang"}`, 503, "deadline"},
	} {
		answer := httptest.NewRecorder()
		request := httptest.NewRequest(each.method, each.path, strings.NewReader(each.body))
		routes(each.store, 20*time.Millisecond).ServeHTTP(answer, request)
		if answer.Code != each.status || !strings.Contains(answer.Body.String(), each.contains) {
			t.Errorf("%s %s: %d %s", each.method, each.path, answer.Code, answer.Body)
		}
	}
}
