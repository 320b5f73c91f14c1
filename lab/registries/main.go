// Registries for tests, with features that the lab's own registry (docker-registry) lacks.
//
//	registries serve CONFIG              distribution 3, which resumes interrupted uploads
//	registries referrers ADDRESS FOLDER  a registry with the referrers API (OCI 1.1)
package main

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"os"

	"github.com/distribution/distribution/v3/registry"
	_ "github.com/distribution/distribution/v3/registry/auth/htpasswd"
	_ "github.com/distribution/distribution/v3/registry/auth/token"
	_ "github.com/distribution/distribution/v3/registry/storage/driver/filesystem"
	lists "github.com/google/go-containerregistry/pkg/registry"
)

func main() {
	switch {
	case len(os.Args) == 3 && os.Args[1] == "serve":
		registry.ServeCmd.Run(registry.ServeCmd, os.Args[2:])
	case len(os.Args) == 4 && os.Args[1] == "referrers":
		listener, err := net.Listen("tcp", os.Args[2])
		if err != nil {
			log.Fatal(err)
		}
		blobs := lists.WithBlobHandler(lists.NewDiskBlobHandler(os.Args[3]))
		log.Fatal(http.Serve(listener, lists.New(blobs, lists.WithReferrersSupport(true))))
	default:
		fmt.Fprintln(os.Stderr, "usage: registries serve CONFIG | registries referrers ADDRESS FOLDER")
		os.Exit(2)
	}
}
