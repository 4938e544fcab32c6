/**
 * Address ranges, and later reachability: what a CIDR block covers, and whether the blocks of a security group or a route together
 * cover the internet. A library: it reads nothing and calls nobody.
 *
 * <p>Start with {@link io.plumbline.network.Cidr}, one block, and {@link io.plumbline.network.AddressSet}, the union of many.
 */
@NullMarked
package io.plumbline.network;

import org.jspecify.annotations.NullMarked;
