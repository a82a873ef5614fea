using Microsoft.AspNetCore.Http;
using Qingdan.Lists.Demands.Files;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Language;
using Qingdan.Platform.Web;

namespace Qingdan.Lists.Demands;

/// <summary>What the form of a demand is written with.</summary>
internal sealed record DemandWriting(
    SaveDemand Save, SubmitDemand Submit, AttachFiles Attach, RemoveFile Remove, ReadItems Items, OfferResources Offer, ShowDemand Show, DemandDesk Desk, ListElements Elements, Flash Flash, Translator T, HttpContext Http, Actor Actor);
