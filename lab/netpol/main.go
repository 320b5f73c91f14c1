// Enforces NetworkPolicies in the lab with the firewall of kube-router. There is one firewall for all nodes, because they share a network,
// and each kube-router removes rules that do not belong to pods of its own node. So all pods appear to it as pods of NODE.
// Usage: netpol KUBECONFIG NODE SERVICES PODS DNS, with the address ranges of Services and pods, and the address of cluster DNS.
package main

import (
	"context"
	"fmt"
	"os"
	"sync"

	"github.com/cloudnativelabs/kube-router/v2/pkg/controllers/netpol"
	"github.com/cloudnativelabs/kube-router/v2/pkg/healthcheck"
	"github.com/cloudnativelabs/kube-router/v2/pkg/options"
	"github.com/cloudnativelabs/kube-router/v2/pkg/utils"
	core "k8s.io/api/core/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
)

func main() {
	if len(os.Args) != 6 {
		fail(fmt.Errorf("usage: %s KUBECONFIG NODE SERVICES PODS DNS", os.Args[0]))
	}
	fail(enforce(os.Args[1], os.Args[2], os.Args[3], &gate{pods: os.Args[4], dns: os.Args[5]}))
}

func enforce(kubeconfig, node, services string, gate *gate) error {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return err
	}
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}
	address, err := addressOf(client, node)
	if err != nil {
		return err
	}
	factory := informers.NewSharedInformerFactory(client, 0)
	pods := factory.Core().V1().Pods().Informer()
	if err := pods.SetTransform(onNode(address)); err != nil {
		return err
	}
	policies := factory.Networking().V1().NetworkPolicies().Informer()
	namespaces := factory.Core().V1().Namespaces().Informer()
	settings := options.NewKubeRouterConfig()
	settings.EnableIPv4 = true
	settings.HostnameOverride = node
	settings.ClusterIPCIDRs = []string{services}
	// kube-router always allows traffic to this range. In the lab node ports are translated before, so the range can be minimal.
	settings.NodePortRange = "1-2"
	tables, sets, err := netpol.NewIPTablesHandlers(settings)
	if err != nil {
		return err
	}
	gate.lister = pods.GetIndexer()
	for family := range tables {
		tables[family] = begun{tables[family], gate}
		sets[family] = ended{sets[family], gate}
	}
	firewall, err := netpol.NewNetworkPolicyController(client, settings, pods, policies, namespaces, &sync.Mutex{}, tables, sets)
	if err != nil {
		return err
	}
	for informer, handler := range map[cache.SharedIndexInformer]cache.ResourceEventHandler{
		pods: firewall.PodEventHandler, policies: firewall.NetworkPolicyEventHandler, namespaces: firewall.NamespaceEventHandler,
	} {
		if _, err := informer.AddEventHandler(handler); err != nil {
			return err
		}
	}
	forever := make(chan struct{})
	factory.Start(forever)
	// With incomplete caches the firewall would allow forbidden connections.
	factory.WaitForCacheSync(forever)
	alive := make(chan *healthcheck.ControllerHeartbeat)
	go func() {
		for range alive {
		}
	}()
	var running sync.WaitGroup
	running.Add(1)
	firewall.Run(alive, forever, &running)
	return fmt.Errorf("the firewall ended")
}

// Moves every scheduled pod to the node with this address.
func onNode(address string) cache.TransformFunc {
	return func(object any) (any, error) {
		if pod, ok := object.(*core.Pod); ok && pod.Status.HostIP != "" {
			pod.Status.HostIP = address
		}
		return object, nil
	}
}

func addressOf(client kubernetes.Interface, name string) (string, error) {
	node, err := client.CoreV1().Nodes().Get(context.Background(), name, meta.GetOptions{})
	if err != nil {
		return "", err
	}
	address, err := utils.GetPrimaryNodeIP(node)
	if err != nil {
		return "", err
	}
	return address.String(), nil
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
