// An HTTP service discovery for the lab's Prometheus: it lists the pods to scrape. Debian builds Prometheus without
// Kubernetes service discovery. Usage: targets KUBECONFIG ADDRESS:PORT.
package main

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"

	core "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"
)

// A target group of one pod. Labels that start with two underscores configure the scrape.
type group struct {
	Targets []string          `json:"targets"`
	Labels  map[string]string `json:"labels"`
}

func main() {
	if len(os.Args) != 3 {
		fail(fmt.Errorf("usage: %s KUBECONFIG ADDRESS:PORT", os.Args[0]))
	}
	config, err := clientcmd.BuildConfigFromFlags("", os.Args[1])
	if err != nil {
		fail(fmt.Errorf("read kubeconfig %s: %w", os.Args[1], err))
	}
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		fail(fmt.Errorf("use kubeconfig %s: %w", os.Args[1], err))
	}
	factory := informers.NewSharedInformerFactory(client, 0)
	pods := factory.Core().V1().Pods()
	// A lister alone does not start its informer.
	pods.Informer()
	forever := make(chan struct{})
	factory.Start(forever)
	factory.WaitForCacheSync(forever)
	fail(http.ListenAndServe(os.Args[2], http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		found, err := pods.Lister().List(labels.Everything())
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		// Sorted, because the lister has no order, and Prometheus treats a group at another index as changed.
		slices.SortFunc(found, func(a, b *core.Pod) int { return strings.Compare(string(a.UID), string(b.UID)) })
		w.Header().Set("Content-Type", "application/json")
		// This fails only if Prometheus has closed the connection; it retries.
		_ = json.NewEncoder(w).Encode(groups(found))
	})))
}

func groups(pods []*core.Pod) []group {
	found := []group{}
	for _, pod := range pods {
		annotation := func(name string) string { return pod.Annotations["prometheus.io/"+name] }
		if annotation("scrape") != "true" {
			continue
		}
		if _, err := strconv.ParseUint(annotation("port"), 10, 16); err != nil {
			continue
		}
		if pod.Status.PodIP == "" || pod.Status.Phase != core.PodRunning {
			continue
		}
		described := map[string]string{
			"namespace": pod.Namespace,
			"pod":       pod.Name,
			"pod_uid":   string(pod.UID),
			"node":      pod.Spec.NodeName,
		}
		for name, setting := range map[string]string{"path": "__metrics_path__", "scheme": "__scheme__"} {
			if value := annotation(name); value != "" {
				described[setting] = value
			}
		}
		found = append(found, group{[]string{net.JoinHostPort(pod.Status.PodIP, annotation("port"))}, described})
	}
	return found
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
