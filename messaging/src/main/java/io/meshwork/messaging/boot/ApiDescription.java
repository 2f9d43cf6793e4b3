package io.meshwork.messaging.boot;

import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.web.Asker;
import io.meshwork.messaging.web.CallerArgument;
import io.meshwork.messaging.web.Credentials;
import io.meshwork.messaging.web.OutcomeWait;
import io.meshwork.messaging.web.Question;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** What the OpenAPI documents of all services have in common: whose they are, and the headers that methods do not name. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(OperationCustomizer.class)
class ApiDescription {

    private static final String TOKEN = "token";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CallerArgument.TYPES.toArray(Class<?>[]::new));
    }

    @Bean
    OpenAPI meshOpenApi(MeshSettings mesh) {
        return new OpenAPI()
                .info(new Info()
                        .title("Meshwork " + mesh.service() + " service")
                        .version(version()))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("Not needed in the local profile")));
    }

    @Bean
    OperationCustomizer meshHeaders() {
        return (operation, method) -> {
            if (takes(method, Caller.class, Credentials.class, Asker.class)) {
                operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
            }
            if (takes(method, Asker.class, Question.class, OutcomeWait.class)) {
                operation.addParametersItem(header(
                        OutcomeWait.PREFER,
                        "wait=20 waits so many seconds for the decision, at most 60, before the answer is 202; otherwise "
                                + (method.hasMethodAnnotation(GetMapping.class) ? "none" : "5")));
            }
            if (takes(method, Question.class)) {
                operation.addParametersItem(
                        new QueryParameter()
                                .name(Question.SINCE)
                                .required(false)
                                .schema(new DateTimeSchema())
                                .description(
                                        "When it was taken, as the Location of the 202 says: until it is decided the answer is 202"));
            }
            if (takes(method, Asker.class)) {
                operation.addParametersItem(header(
                        CallerArgument.IDEMPOTENCY_KEY,
                        "The same key is the same request, however often it is sent; 1 to 255 characters"));
            }
            return operation;
        };
    }

    private static Parameter header(String name, String description) {
        return new HeaderParameter()
                .name(name)
                .required(false)
                .schema(new StringSchema())
                .description(description);
    }

    private static boolean takes(HandlerMethod method, Class<?>... types) {
        return Stream.of(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type -> Stream.of(types).anyMatch(type::equals));
    }

    private static String version() {
        String version = ApiDescription.class.getPackage().getImplementationVersion();
        return version == null ? "from classes" : version;
    }
}
