package main

import (
	core "k8s.io/api/core/v1"
	discovery "k8s.io/api/discovery/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/informers"
	corelisters "k8s.io/client-go/listers/core/v1"
	discoverylisters "k8s.io/client-go/listers/discovery/v1"
)

// Caches the Services and EndpointSlices of the cluster by watches.
type directory struct {
	services corelisters.ServiceLister
	slices   discoverylisters.EndpointSliceLister
}

func newDirectory(factory informers.SharedInformerFactory) directory {
	services := factory.Core().V1().Services()
	slices := factory.Discovery().V1().EndpointSlices()
	// Listers alone do not start their informers.
	services.Informer()
	slices.Informer()
	return directory{services.Lister(), slices.Lister()}
}

func (d directory) lookup(namespace, name, host string) ([]string, string, bool) {
	service, err := d.services.Services(namespace).Get(name)
	if err != nil {
		return nil, "", false
	}
	headless := service.Spec.ClusterIP == core.ClusterIPNone
	switch {
	case host != "" && !headless:
		return nil, "", false
	case service.Spec.Type == core.ServiceTypeExternalName:
		return nil, service.Spec.ExternalName, true
	case !headless:
		return []string{service.Spec.ClusterIP}, "", true
	}
	addresses := d.endpoints(namespace, name, host)
	return addresses, "", host == "" || len(addresses) > 0
}

// Returns the addresses of ready endpoints, optionally only those with a host name.
func (d directory) endpoints(namespace, service, host string) []string {
	selector := labels.SelectorFromSet(labels.Set{discovery.LabelServiceName: service})
	slices, err := d.slices.EndpointSlices(namespace).List(selector)
	if err != nil {
		return nil
	}
	seen := map[string]bool{}
	var addresses []string
	for _, slice := range slices {
		for _, endpoint := range slice.Endpoints {
			// Unknown counts as ready, as the API of EndpointSlices defines.
			if ready := endpoint.Conditions.Ready; ready != nil && !*ready {
				continue
			}
			if host != "" && (endpoint.Hostname == nil || *endpoint.Hostname != host) {
				continue
			}
			for _, address := range endpoint.Addresses {
				if !seen[address] {
					seen[address] = true
					addresses = append(addresses, address)
				}
			}
		}
	}
	return addresses
}
