using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.Sdks;

namespace LlmAnalyzers.Tests.Sdks;

/// <summary>The names of parameters in a meaning.</summary>
internal static class MeaningParameters
{
    /// <summary>All members of a surface with this kind of meaning have one list of names between them.</summary>
    public static bool AreShared(MemberMeaning meaning) => meaning is CallMember or MessageMember or MessageAddMember;

    public static IEnumerable<string> Of(MemberMeaning meaning) => NamesIn(meaning).OfType<string>().Where(name => name != "this");

    private static string?[] NamesIn(MemberMeaning meaning)
    {
        switch (meaning)
        {
            case CallMember call:
                return [.. call.Parameters.Keys];
            case MessageMember message:
                return [.. message.ContentParameters, message.RoleParameter];
            case MessageAddMember added:
                return [.. added.ContentParameters, added.RoleParameter];
            case MessageListMember list:
                return [.. list.TextParameters.Keys, list.RoleParameter, list.ListParameter];
            case OptionsCreationMember creation:
                return [.. creation.Settings.Keys, creation.MessagesParameter, creation.NestedParameter, creation.OtherParameter];
            case ContractMember contract:
                return [contract.StrictParameter, contract.SchemaParameter];
            case SchemaMember schema:
                return [schema.SchemaParameter, schema.StrictParameter, schema.NameParameter, schema.TypeParameter, schema.SchemaSwitch];
            case ClientMember client:
                string[] inner = client.InnerParameter?.Split('|') ?? [];
                string[] endpoints = client.EndpointParameter?.Split('|') ?? [];
                return [client.ModelParameter, .. inner, .. endpoints, .. client.SettingParameters.Keys, client.ConfigureParameter, client.OptionsParameter, client.InstructionsParameter, client.DefaultsParameter];
            case HttpSendMember send:
                return [send.AddressParameter, send.ContentParameter, send.ValueParameter, send.MessageParameter];
            case RoleNameMember role:
                return [role.Parameter];
            case PartMember part:
                return [part.TextParameter];
            case WrapperMember wrapper:
                return [wrapper.Parameter];
            case ReplyMember reply:
                return [reply.OutParameter, reply.OptionsParameter];
            default:
                return [];
        }
    }
}
