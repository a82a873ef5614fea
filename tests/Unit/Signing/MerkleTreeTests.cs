using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Qingdan.Platform.Signing;
using Xunit;

namespace Qingdan.Tests.Unit.Signing;

public sealed class MerkleTreeTests
{
    // The leaves of the examples in RFC 6962's own test data, with their roots.
    private static readonly string[] Leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Roots_are_those_of_the_standard(int count, string root)
    {
        var tree = new MerkleTree(SigningSuite.Ecdsa);
        foreach (var leaf in Leaves.Take(count)) Add(tree, Convert.FromHexString(leaf));
        Assert.Equal(root, Convert.ToHexStringLower(tree.Root()));
    }

    [Fact]
    public void Each_leaf_of_each_tree_is_proved_at_its_place_and_nowhere_else() => Gen.Select(Gen.Int[1, 70], Gen.Int[0, 1000], Gen.Bool).Sample((count, pick, sm) =>
    {
        var suite = sm ? SigningSuite.Sm : SigningSuite.Ecdsa;
        var tree = new MerkleTree(suite);
        var leaves = Enumerable.Range(0, count).Select(i => Add(tree, Encoding.ASCII.GetBytes($"leaf {i}"), suite)).ToArray();
        var (root, index) = (tree.Root(), pick % count);
        var path = MerkleTree.Path(suite, leaves.SelectMany(l => l).ToArray(), index);
        Assert.Equal(root, MerkleTree.RootFrom(suite, leaves[index], index, count, path));
        for (var other = -1; other <= count; other++)
            if (other != index && MerkleTree.RootFrom(suite, leaves[index], other, count, path) is { } wrong) Assert.NotEqual(root, wrong);
        if (path.Count > 0) Assert.NotEqual(root, MerkleTree.RootFrom(suite, leaves[index], index, count, [.. path.Skip(1)]));
    }, iter: 60);

    // Above four thousand leaves subtrees are made side by side.
    [Theory, InlineData(0), InlineData(1), InlineData(4096), InlineData(4097), InlineData(8193), InlineData(20_001)]
    public void A_root_over_digests_is_that_of_the_tree_that_grew(int count)
    {
        var tree = new MerkleTree(SigningSuite.Ecdsa);
        var leaves = Enumerable.Range(0, count).SelectMany(i => Add(tree, BitConverter.GetBytes(i))).ToArray();
        Assert.Equal(tree.Root(), MerkleTree.RootOf(SigningSuite.Ecdsa, leaves));
    }

    [Fact]
    public void A_node_does_not_pass_for_a_leaf()
    {
        var tree = new MerkleTree(SigningSuite.Ecdsa);
        var (left, right) = (Add(tree, "a"u8), Add(tree, "b"u8));
        var forged = new MerkleTree(SigningSuite.Ecdsa);
        Add(forged, [.. left, .. right]);
        Assert.NotEqual(tree.Root(), forged.Root());
        Assert.Equal(SHA256.HashSizeInBytes, tree.Root().Length);
    }

    private static byte[] Add(MerkleTree tree, ReadOnlySpan<byte> data, SigningSuite? suite = null)
    {
        var leaf = MerkleTree.LeafOf(suite ?? SigningSuite.Ecdsa, data);
        tree.Add(leaf);
        return leaf;
    }
}
