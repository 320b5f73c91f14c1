// The cluster DNS of the lab: resolves Services, including headless ones, from the API. It forwards no queries, because a lab has no
// internet access. Usage: dns KUBECONFIG ADDRESS:PORT.
package main

import (
	"fmt"
	"net"
	"os"
	"time"

	"github.com/miekg/dns"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"
)

func main() {
	if len(os.Args) != 3 {
		fail(fmt.Errorf("usage: %s KUBECONFIG ADDRESS:PORT", os.Args[0]))
	}
	config, err := clientcmd.BuildConfigFromFlags("", os.Args[1])
	if err != nil {
		fail(err)
	}
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		fail(err)
	}
	factory := informers.NewSharedInformerFactory(client, 0)
	directory := newDirectory(factory)
	forever := make(chan struct{})
	factory.Start(forever)
	// With incomplete caches the reply would be that a Service does not exist, and clients would cache that.
	factory.WaitForCacheSync(forever)
	fail(serve(os.Args[2], directory))
}

func serve(address string, names names) error {
	handler := dns.HandlerFunc(func(writer dns.ResponseWriter, query *dns.Msg) {
		_ = writer.WriteMsg(answer(names, query))
	})
	packets, err := net.ListenPacket("udp", address)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	fmt.Fprintln(os.Stderr, "listening on", address)
	ended := make(chan error, 2)
	for _, server := range []*dns.Server{{PacketConn: packets}, {Listener: listener, IdleTimeout: idle}} {
		server.Handler = handler
		go func() { ended <- server.ActivateAndServe() }()
	}
	return <-ended
}

func idle() time.Duration { return 10 * time.Second }

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
