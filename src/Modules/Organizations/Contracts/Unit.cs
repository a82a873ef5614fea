using Qingdan.Standards.Contracts.ValueDomains;

namespace Qingdan.Organizations.Contracts;

/// <summary>A unit (单位) as other modules see it.</summary>
/// <param name="Id">Key.</param>
/// <param name="ParentId">The unit above it; null at the top.</param>
/// <param name="Name">Official name.</param>
/// <param name="ShortName">Short name (简称) as used in lists and tables; the official name where none was given.</param>
/// <param name="Kind">Category (单位类别); decides which rule profiles apply.</param>
/// <param name="KindInferred">True while the kind was only read from the name.</param>
/// <param name="Level">Level of government.</param>
/// <param name="District">The district it belongs to; empty at city level.</param>
/// <param name="Uscc">Unified social credit code (统一社会信用代码, GB 32100); null when unknown.</param>
/// <param name="Code">Organization code (组织机构代码, GB 11714), nine characters; null when unknown.</param>
/// <param name="State">Where the record stands.</param>
public sealed record Unit(
    long Id, long? ParentId, string Name, string ShortName, OrganizationKind Kind, bool KindInferred,
    OrganizationLevel Level, string District, string? Uscc, string? Code, OrganizationState State);
