using CsCheck;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Generation;
using Qingdan.Lists.Negatives;
using Qingdan.Lists.Responsibilities;
using Qingdan.Standards.Contracts.Rules;
using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Tests.Unit.Lists;

/// <summary>Arbitrary inputs of the generation, with names that repeat and every mixture of share properties.</summary>
internal static class Inputs
{
    /// <summary>The laws a government department is under.</summary>
    public static readonly IReadOnlyList<RuleProfile> Laws = new RuleProfiles().For(OrganizationKind.CityDepartment);

    private static readonly Gen<ShareProperty?> Share = Gen.OneOf<ShareProperty?>(null, ShareProperty.Unconditional, ShareProperty.Conditional, ShareProperty.NotShared);
    private static readonly Gen<string> Words = Gen.OneOf("", "用于审批核验", "全市各部门");

    private static readonly Gen<PublishedItem> Item = Gen.Select(Gen.OneOf("企业名称", "注册地址", "法定代表人", "联系电话"), Share, Words, Words,
        (name, share, condition, reason) => new PublishedItem(0, 0, name, share, condition, reason));

    private static readonly Gen<PublishedResource> Resource = Gen.Select(
        Gen.OneOf("企业登记信息", "企业 登记信息", "不动产登记", "婚姻登记"), Share, Gen.Bool, Words, Item.Array[0, 6], Gen.Int[1, 3], Gen.OneOf<UpdateFrequency?>(null, UpdateFrequency.Daily),
        (name, share, stated, words, items, provider, frequency) => new PublishedResource(
            0, null, name, provider, 1, share, stated && share is not null, words, words, words, frequency, words, words, "", words, items));

    private static readonly Gen<int> NegativeShape = Gen.Int[0, 5];

    /// <summary>Resources with ids in order, each with or without a row in the negative list.</summary>
    public static Gen<ResourceInput[]> Many { get; } = Gen.Select(Resource, NegativeShape, Gen.Int[0, 4]).Array[0, 12]
        .Select(rows => rows.Select((row, i) => Input(Numbered(row.Item1, i + 1), row.Item2, row.Item3)).ToArray());

    /// <summary>All that follows from these inputs, in their order.</summary>
    public static (List<Proposal> Proposals, string Digest) Run(IEnumerable<ResourceInput> inputs)
    {
        var generator = new Generator();
        var proposals = inputs.Select(generator.Next).ToList();
        return (proposals, generator.Digest());
    }

    private static PublishedResource Numbered(PublishedResource resource, int id) =>
        resource with { Id = id, Items = [.. resource.Items.Select((item, i) => item with { Id = id * 100 + i, Place = i + 1, Name = $"{item.Name}{i + 1}" })] };

    private static ResourceInput Input(PublishedResource resource, int shape, int state)
    {
        var provider = new ProviderFacts($"单位{resource.ProviderId}", resource.ProviderId == 1 ? null : $"00000000{resource.ProviderId}", resource.ProviderId == 3, Laws);
        NegativeStanding? negative = shape switch
        {
            0 or 1 => null,
            2 => Standing(NegativeState.InForce, []),
            3 => Standing(NegativeState.InForce, resource.Items.Take(2).Select(i => i.Id)),
            4 => Standing((NegativeState)(state % 5), resource.Items.Take(1).Select(i => i.Id)),
            _ => Standing(NegativeState.Rejected, resource.Items.Take(2).Select(i => i.Id)) with { Digest = new Generate().Refused(resource)?.Digest ?? "", Ruled = state % 2 == 0 },
        };
        return new ResourceInput(resource, provider, new Standing(state == 1 ? EntryState.InForce : null, negative, [], []));
    }

    private static NegativeStanding Standing(NegativeState state, IEnumerable<long> items) => new(state, items.ToHashSet(), LegalBasisLevel.LocalRule, true, BasisState.InEffect, "");
}
